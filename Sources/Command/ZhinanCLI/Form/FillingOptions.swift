internal import Diagnostics
internal import ArgumentParser
internal import Bytes
internal import FormFilling
internal import FormModel
internal import Foundation

/// What the commands that fill leave readers to change.
struct FillingOptions: ParsableArguments {
  @Flag(help: "Draws the answers on the page and leaves no field.")
  var flatten = false
  @Option(
    help: ArgumentHelp(
      """
      Makes fields read-only: all, none, or those of some roles of the form, separated by commas. Without it, what a \
      filled PDF has locked stays locked.
      """,
      valueName: "all|none|roles"))
  var lock: String?

  func validate() throws {
    if flatten, lock != nil { throw ValidationError(saying: "usage.flatten-lock") }
    guard let names else { return }
    if names.contains("") {
      throw ValidationError(saying: "usage.lock-empty")
    }
    for word in ["all", "none"] where names.contains(word) && names.count > 1 {
      throw ValidationError(saying: "usage.lock-all", ["word": .text(word)])
    }
  }

  /// What stands between the commas.
  private var names: [String]? {
    lock?.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      .map { String($0).trimmingCharacters(in: .whitespaces) }
  }

  /// The options for a form; a role that the form does not have is wrong usage. `locked` is what the filled PDF has
  /// locked that the answers come from.
  func options(for form: CompiledForm, keeping locked: FillOptions.Locked = .none) throws -> FillOptions {
    guard let names else { return FillOptions(locked: flatten ? .none : locked, flattens: flatten) }
    if names == ["all"] || names == ["none"] { return FillOptions(locked: names == ["all"] ? .all : .none) }
    let known = form.roles.map { String(decoding: $0, as: UTF8.self) }
    var bits: UInt64 = 0
    for name in names {
      guard let index = known.firstIndex(of: name) else {
        let near = NearWord.nearest(to: name, in: known)
        let advice =
          Message.near(near)
          ?? (known.isEmpty ? Message("hint.no-roles") : Message("hint.roles", ["names": .list(known)]))
        throw ValidationError(saying: "usage.role", ["name": .text(name), "advice": .message(advice)])
      }
      bits |= 1 << UInt64(index)
    }
    return FillOptions(locked: .roles(bits))
  }
}
