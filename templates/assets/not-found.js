// Offers the pages whose names are near the address that was asked for.
(() => {
  const source = /** @type {HTMLElement} */ (document.getElementById("near-pages"));
  const section = /** @type {HTMLElement} */ (document.getElementById("near"));
  const root = source.dataset.root ?? "/";
  /** @type {[address: string, title: string, version: string][]} */
  const pages = JSON.parse(source.textContent ?? "[]");

  /** @param {string} address */
  const decoded = (address) => { try { return decodeURIComponent(address); } catch (_) { return address; } };
  /**
   * The folders of an address, in small letters.
   * @param {string} address
   */
  const parts = (address) => decoded(address).toLowerCase().replace(/(index)?\.(html?|md)$/, "").split("/").filter(Boolean);

  /**
   * How many signs are to be changed, left out, put in, or exchanged with the next, to make one word of the other.
   * @param {string} one
   * @param {string} other
   */
  const distance = (one, other) => {
    /** @type {number[][]} */
    const rows = [[...other, ""].map((_, column) => column)];
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        line.push(Math.min(rows[row - 1][column] + 1, line[column - 1] + 1, rows[row - 1][column - 1] + (same ? 0 : 1),
          swapped ? rows[row - 2][column - 2] + 1 : Infinity));
      }
      rows.push(line);
    }
    return rows[one.length][other.length];
  };

  /**
   * How far a name is from the one that was asked for, as a part of their length; more than one for a stranger.
   * @param {string} asked
   * @param {string} name
   */
  const farness = (asked, name) => {
    if (asked.length >= 3 && (name.startsWith(asked) || asked.startsWith(name))) return 0.2;
    const changes = distance(asked, name);
    return changes <= Math.max(1, Math.floor(name.length * 0.34)) && changes < name.length ? changes / name.length : 2;
  };

  const path = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : location.pathname;
  const asked = parts(path.slice(0, 400));
  const last = (asked[asked.length - 1] ?? "").slice(0, 80);
  const near = pages.map(([address, title, version]) => {
    const names = parts(address);
    const name = names[names.length - 1] ?? "";
    const isTitle = last.length > 1 && title.toLowerCase().includes(last);
    const elsewhere = names.length > 1 && asked.length > 1 && names[0] !== asked[0] ? 0.1 : 0;
    return { address, title, version, far: (isTitle ? 0.1 : farness(last, name.slice(0, 80))) + elsewhere };
  }).filter(({ far }) => last && far <= 1).sort((one, other) => one.far - other.far).slice(0, 5);

  for (const { address, title, version } of near) {
    const [item, link, name, where] = ["li", "a", "span", "span"].map((tag) => document.createElement(tag));
    link.setAttribute("href", root + address);
    name.className = "version-title";
    name.textContent = title;
    where.className = "version-where";
    where.textContent = version;
    link.append(name, where);
    item.append(link);
    section.querySelector("ul")?.append(item);
  }
  section.hidden = near.length === 0;
})();
