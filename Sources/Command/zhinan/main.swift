import ZhinanCLI

ZhinanProgram.prepare()
await ZhinanProgram.main()
