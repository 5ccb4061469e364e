internal import ArgumentParser

/// `zhinan new`: what a guide gets more of, begun.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a version, a page or a form.",
    discussion: "Nothing that is there is changed, but for guide.yml, which gets a new version's entry.",
    subcommands: [NewVersionCommand.self, NewPageCommand.self, NewFormCommand.self])
}
