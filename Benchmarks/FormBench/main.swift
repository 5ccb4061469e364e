import FormModel
import Foundation

// How fast records are checked, placed and filled, on one core, in memory: `make bench`. It reads the published
// application form from site/ and Benchmarks/record.yml, in which some characters differ from document to document.
//
//   FormBench               for readers
//   FormBench --json        one line for Benchmarks/forms.py
//   FormBench --task DIR    writes what the other programs need to make the same pages: see TaskFiles.swift
//   FormBench check|fill|whole   one of them only, to be run under a profiler

let arguments = Array(CommandLine.arguments.dropFirst())
var bench = try FormBench(variants: 512)

switch arguments.first {
case "--task" where arguments.count == 2:
  try TaskFiles(&bench).write(to: URL(fileURLWithPath: arguments[1], isDirectory: true))
case "check":
  print(Int(bench.checking(rounds: 200_000)))
case "fill":
  print(Int(try bench.filling(documents: arguments.count > 1 ? Int(arguments[1]) ?? 20_000 : 20_000)))
case "whole":
  print(Int(try bench.whole(documents: 20_000)))
case "--json":
  let (filling, whole) = (try bench.filling(documents: 8192), try bench.whole(documents: 8192))
  let rates = ["fill": filling, "whole": whole, "bytes": Double(try bench.sample().count)]
  print(String(decoding: try JSONEncoder().encode(rates), as: UTF8.self))
default:
  let (checking, whole) = (bench.checking(rounds: 20_000), try bench.whole(documents: 2048))
  print("application form, \(bench.form.fields.count) questions: checked in \(Int(checking)) ns")
  print("checked, placed and filled: \(Int(1e9 / whole)) PDFs a second, \(try bench.sample().count) bytes each")
}
