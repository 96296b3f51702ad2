// The ground under a cloud: a square that fades towards its border.
out vec2 vAt;   // 0 … 1
out vec2 vGrid; // in lines of the grid from its middle

uniform float uLines;

void main() {
  vAt = uv;
  vGrid = (uv - 0.5) * uLines;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
