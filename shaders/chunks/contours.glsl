uniform vec2 uContour; // linear: f of one contour and the step between two; log: lowest f and contours a decade

uniform float uScale; // hairlines are this much thicker

// 1 on a line at every whole x, `width` pixels wide, antialiased.
float lineAt(float x, float width) {
  float d = abs(fract(x - 0.5) - 0.5) / max(fwidth(x), 1e-9);
  return 1.0 - smoothstep(width * uScale - 0.5, width * uScale + 0.5, d);
}

// Which contour f lies on, as a real number; every fifth whole one is a major line.
float contourIndex(float f) {
  if (uHeight.w < 0.5) return (f - uContour.x) / uContour.y;
  return log(max((f - uHeight.x) * uHeight.y, 0.0) + LOG_FLOOR) / log(10.0) * uContour.y;
}

float contourInk(float f, float minor, float major) {
  float v = contourIndex(f);
  // Level ground, which lies on a contour everywhere or nowhere, and gaps have no lines.
  if (!isDrawable(f) || !(fwidth(v) > 1e-7)) return 0.0;
  // Where contours crowd below two pixels they would only grey the surface.
  float room = smoothstep(2.0, 5.0, 1.0 / max(fwidth(v), 1e-9) / uScale);
  float roomMajor = smoothstep(2.0, 5.0, 5.0 / max(fwidth(v), 1e-9) / uScale);
  return max(lineAt(v, 0.45) * minor * room, lineAt(v * 0.2, 0.6) * major * roomMajor);
}

// 1 on the line where f is `level.x`, `level.y` pixels wide.
float levelInk(float f, vec2 level) {
  float d = abs(f - level.x) / max(fwidth(f), 1e-9);
  return 1.0 - smoothstep(0.5 * level.y * uScale - 0.5, 0.5 * level.y * uScale + 0.5, d);
}
