/// What tells this module from the one of the same name.
public func own() -> String { "own" }
