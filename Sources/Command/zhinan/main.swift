import ZhinanCLI

await ZhinanProgram.main()
