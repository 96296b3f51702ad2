uniform sampler2D uAtlas;  // red: ink
uniform vec2 uTiles;       // columns, rows
uniform float uPictures;   // 0: they are no pictures, and dots stand for them
uniform float uDiameter;
uniform float uRatio;
uniform vec3 uPaper;
uniform vec3 uInk;
in vec3 vColour;
flat in float vWrong;
flat in int vTile;
out vec4 outColour;

const float ROOM = 1.24;  // of a tile around its picture: for the ring

float inkAt(vec2 p, float bias) {
  vec2 tile = vec2(vTile % int(uTiles.x), vTile / int(uTiles.x));
  return texture(uAtlas, (tile + clamp(p, 0.02, 0.98)) / uTiles, bias).r;
}

void main() {
  vec2 p = (gl_PointCoord - 0.5) * ROOM;
  float pixel = ROOM / (uDiameter * uRatio);
  float far = length(p);
  bool pictures = uPictures > 0.5;
  float ink = pictures ? smoothstep(0.15, 0.55, inkAt(p + 0.5, 0.0)) : 1.0 - smoothstep(-pixel, pixel, far - 0.24);
  // Each on paper of its own, so that it is read over others: the wrong ones' is a disc.
  float halo = pictures ? 0.8 * smoothstep(0.04, 0.2, inkAt(p + 0.5, 1.5)) : 0.8 * (1.0 - smoothstep(-pixel, pixel, far - 0.3));
  float disc = vWrong * 0.9 * (1.0 - smoothstep(-pixel, pixel, far - 0.52));
  float ring = vWrong * (1.0 - smoothstep(0.5, 1.5, abs(far - 0.53) / pixel / uRatio));
  float body = max(ink, ring);
  float alpha = max(max(halo, disc), body);
  if (alpha < 0.02) discard;
  outColour = vec4(mix(uPaper, mix(vColour, uInk, ring), body), alpha);
}
