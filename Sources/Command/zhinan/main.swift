import ZhinanCLI

await Zhinan.main()
