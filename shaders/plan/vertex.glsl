uniform vec4 uRect;
out vec2 vPoint;

void main() {
  vPoint = mix(uRect.xz, uRect.yw, uv);
  gl_Position = projectionMatrix * viewMatrix * vec4(floorPoint(vPoint), 1.0);
}
