// A picture on its plane, behind the points that were made of it.
in vec2 aFrame;  // 0 … 1 over what is drawn
out vec2 vAt;
out vec2 vFrame;

void main() {
  vAt = uv;
  vFrame = aFrame;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
