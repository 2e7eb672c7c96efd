// The signs that stand beside a verdict or a state, each of its own shape, so that nobody needs to see its colour.

const SVG = "http://www.w3.org/2000/svg";

const SHAPES = {
  passed: ["M24 2a22 22 0 1 0 0 44a22 22 0 1 0 0-44z", "M14 25l7 7 13-15"],
  failed: ["M16 3h16l13 13v16L32 45H16L3 32V16z", "M16 16l16 16M32 16L16 32"],
  open: ["M24 4l22 39H2z", "M24 18v12M24 36v.5"],
  unknown: ["M24 2l22 22-22 22L2 24z", "M18.5 19a5.5 5.5 0 1 1 8 5c-2 1.1-2.5 2-2.5 4M24 34v.5"],
};

/** passed, failed, open or unknown, as an image that a screen reader passes over. */
export const icon = (name) => {
  const [ground, sign] = SHAPES[name];
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("viewBox", "0 0 48 48");
  drawn.setAttribute("aria-hidden", "true");
  for (const [shape, kind] of [[ground, "ground"], [sign, "sign"]]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    path.setAttribute("class", kind);
    drawn.append(path);
  }
  return drawn;
};
