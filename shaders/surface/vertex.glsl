uniform vec4 uRect; // the drawn part of the domain
out vec2 vPoint;

void main() {
  vPoint = mix(uRect.xz, uRect.yw, uv);
  float f = heightfield(vPoint).x;
  // Far above the cut only the direction matters, and an infinite vertex would tear its triangles.
  float top = uHeight.x + 6.0 * (uCut - uHeight.x);
  gl_Position = projectionMatrix * viewMatrix * vec4(displayPoint(vPoint, f == f ? min(f, top) : top), 1.0);
}
