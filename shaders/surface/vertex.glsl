uniform vec4 uRect; // the drawn part of the domain
uniform float uCells; // cells a side of the mesh
out vec2 vPoint;

void main() {
  vPoint = mix(uRect.xz, uRect.yw, uv);
  vec3 field = heightfield(vPoint);
  // A vertex just above the cut slides down the gradient onto it, so that the mesh ends in a clean rim.
  vec2 cell = (uRect.yw - uRect.xz) / uCells;
  vec2 start = vPoint;
  for (int i = 0; i < 3 && field.x > uCut; i++) {
    vec2 next = vPoint - field.yz * (field.x - uCut) / max(dot(field.yz, field.yz), 1e-30);
    if (any(greaterThan(abs(next - start), 1.5 * cell)) || outsideDomain(next)) break;
    vPoint = next;
    field = heightfield(vPoint);
  }
  // What lies above the cut is discarded; a vertex far above it would only drag its triangles into spikes.
  float top = uHeight.x + 1.3 * (uCut - uHeight.x);
  float f = field.x;
  gl_Position = projectionMatrix * viewMatrix * vec4(displayPoint(vPoint, f == f ? min(f, top) : top), 1.0);
}
