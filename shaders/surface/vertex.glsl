uniform vec4 uRect; // the drawn part of the domain
uniform float uCells; // cells a side of the mesh
out vec2 vPoint;

void main() {
  vPoint = mix(uRect.xz, uRect.yw, uv);
  vec3 field = heightfield(vPoint);
  vec2 cell = (uRect.yw - uRect.xz) / uCells;
  // In a gap nothing is drawn, but triangles at its edge reach in: their vertices there stand as high as their neighbours.
  if (!isDrawable(field.x)) {
    float sum = 0.0;
    float count = 0.0;
    for (int i = 0; i < 9; i++) {
      float f = heightfield(vPoint + cell * vec2(float(i % 3) - 1.0, float(i / 3) - 1.0)).x;
      if (!isDrawable(f)) continue;
      sum += clamp(f, uHeight.x - 1.0 / uHeight.y, uCut);
      count += 1.0;
    }
    field = vec3(count > 0.0 ? sum / count : uCut, 0.0, 0.0);
  }
  // A vertex just above the cut slides down the gradient onto it, so that the mesh ends in a clean rim.
  vec2 downhill = -field.yz * cell;
  vec2 reach = 1.5 * cell * downhill / max(length(downhill), 1e-30);
  if (field.x > uCut && heightfield(vPoint + reach).x <= uCut) {
    float above = 0.0;
    float below = 1.0;
    for (int i = 0; i < 7; i++) {
      float middle = 0.5 * (above + below);
      if (heightfield(vPoint + middle * reach).x > uCut) above = middle;
      else below = middle;
    }
    vPoint = clamp(vPoint + below * reach, uDomain.xz, uDomain.yw);
    field = heightfield(vPoint);
  }
  // Log height folds every valley sharply. A vertex beside a floor slides onto it (Newton's step down the gradient), so that
  // the fold runs along the mesh's edges; across them it would look like a comb.
  if (uHeight.w > 0.5) {
    vec2 bottom = vPoint;
    vec3 there = field;
    float h = 0.2 * min(cell.x, cell.y);
    for (int i = 0; i < 2; i++) {
      float slope = length(there.yz);
      vec2 uphill = there.yz / max(slope, 1e-30);
      float bend = (slope - dot(heightfield(bottom - uphill * h).yz, uphill)) / h;
      if (bend <= 0.0) break;
      bottom -= uphill * slope / bend;
      there = heightfield(bottom);
    }
    if (there.x < field.x && length((bottom - vPoint) / cell) < 0.6 && !outsideDomain(bottom)) {
      vPoint = bottom;
      field = there;
    }
  }
  // What lies above the cut is discarded; a vertex far above it would only drag its triangles into spikes.
  float top = uHeight.x + 1.1 * (uCut - uHeight.x);
  float f = field.x;
  gl_Position = projectionMatrix * viewMatrix * vec4(displayPoint(vPoint, f == f ? min(f, top) : top), 1.0);
}
