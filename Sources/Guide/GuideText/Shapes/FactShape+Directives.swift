extension FactShape {
  /// The shape that a directive of the theme asks for, and the directive that it is named after; `nil` for others.
  package static func shape(of directive: String) -> (name: String, shape: FactShape)? {
    let name = directive == "quick-phones" ? "contacts" : directive
    return shapes[name].map { (name, $0) }
  }

  /// By the directives' names.
  private static let shapes: [String: FactShape] = [
    "contacts": contacts,
    "glossary": list(
      of: FactShape(
        keys: [Key("term", isRequired: true), Key("quote", .texts), Key("text-md"), Key("added-md")],
        oneOf: ["text-md", "added-md"])),
    "elements": list(
      of: FactShape(
        keys: [Key("name", isRequired: true), Key("value-md"), Key("absent", .flag), Key("added-md")],
        oneOf: ["value-md", "absent"])),
    "addresses": list(
      of: FactShape(
        keys: [
          Key("name", isRequired: true), Key("address", .address, isRequired: true), Key("use"), Key("source"),
          Key("remark-md"),
        ])),
  ]

  /// Whom to ask, and by what number.
  private static let contacts = list(
    of: FactShape(
      keys: [
        Key("name", isRequired: true), Key("phones", .telephones), Key("absent", .flag), Key("subject"), Key("owner"),
        Key("person"), Key("printed"), Key("remark-md"),
      ], oneOf: ["phones", "absent"]))

  /// `rows`, and where they come from.
  private static func list(of row: FactShape) -> FactShape {
    FactShape(keys: [Key("rows", .rows(row), isRequired: true), Key("source-md")])
  }
}
