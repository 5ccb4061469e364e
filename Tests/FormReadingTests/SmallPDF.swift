/// A PDF of a few objects, the first of which is the catalog, with a right cross-reference table.
func smallPDF(_ objects: [String], trailer: String = "") -> [UInt8] {
  var bytes = Array("%PDF-1.7\n".utf8)
  var offsets: [Int] = []
  for (index, object) in objects.enumerated() {
    offsets.append(bytes.count)
    bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
  }
  let start = bytes.count
  bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
  for offset in offsets {
    let digits = "\(offset)"
    bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
  }
  bytes += Array(
    "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  return bytes
}

/// A stream object without filter.
func stream(_ content: String, _ entries: String = "") -> String {
  "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
}

/// One page with a drawing and these annotations; the catalog's form lists `fields`. Objects from number 5 on follow.
func page(
  drawing: String = "0 0 10 10 re f", annotations: String, fields: String, metadata: String = "", _ more: [String]
) -> [UInt8] {
  smallPDF(
    [
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [\(fields)] >> \(metadata) >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Annots [\(annotations)] >>",
      stream(drawing),
    ] + more)
}
