uniform sampler2D uAtlas;  // red: grey times cover, green: cover
uniform float uColumns;
in vec3 vColour;
flat in int vTile;
out vec4 outColour;

void main() {
  int columns = int(uColumns);
  vec2 tile = vec2(vTile % columns, vTile / columns);
  vec2 seen = texture(uAtlas, (tile + clamp(gl_PointCoord, 0.01, 0.99)) / uColumns).rg;
  if (seen.g < 0.2) discard;
  // Light and dark of the picture, in the hue.
  float light = seen.r / seen.g;
  outColour = vec4(vColour * mix(0.55, 1.3, light), seen.g);
}
