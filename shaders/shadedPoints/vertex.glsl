// A cloud as discs as wide as its points are apart, so that surfaces close; light comes in a pass of its own (eyeDome).
uniform float uWiden;       // of the spacing
uniform vec2 uDots;         // device pixels: least and greatest diameter
uniform vec3 uColour;
uniform float uUnit;        // world units a unit of the cloud
uniform vec2 uHeights;      // world heights between which the tone runs
uniform float uTones;       // how much of the tone is by height
uniform float uByHeight;    // 1: the ramp's colour instead of the tone
uniform float uOwn;         // 1: the file's own colours
uniform float uMixed;       // how much of uColour stays over ramp or own colours
uniform vec2 uHidden;       // nothing between these world heights is drawn
uniform vec2 uGround;       // world heights of the ground and of what surely stands on it
uniform vec3 uGrey;         // of the ground
uniform sampler2D uRamp;
uniform sampler2D uHeightRamp;
uniform float uLimit;       // distance at the ramp's upper end; 0: uColour
uniform float uMorph;       // 0: at aStart, 1: at position
uniform float uLit;         // 1: lit by the points' normals, as little balls
uniform vec3 uGuessed;      // of points that are guessed
in vec3 aStart;
in float aSpacing;
in vec3 aColour;
in float aValue;
in vec3 aNormal;            // either of the surface's two sides
in float aGuessed;          // 1: smaller, of uGuessed
out vec3 vColour;
flat out float vBall;

const vec3 KEY = vec3(-0.45, 0.75, 0.5);

// What light does to a surface whose normal, in the eye's axes, is n or −n: a soft sky and one key light, both sides alike.
float lightOn(vec3 n, vec3 toEye) {
  vec3 normal = dot(n, toEye) < 0.0 ? -n : n;
  float key = clamp(dot(normal, normalize(KEY)), 0.0, 1.0);
  return mix(0.56, 1.1, 0.65 * key + 0.35 * (0.5 + 0.5 * normal.y));
}

void main() {
  vec4 world = modelMatrix * vec4(uMorph < 1.0 ? mix(aStart, position, uMorph) : position, 1.0);
  vec4 eye = viewMatrix * world;
  gl_Position = projectionMatrix * eye;
  float high = (world.y - uHeights.x) / (uHeights.y - uHeights.x);
  vec3 colour = mix(uColour, uColour * mix(0.72, 1.16, clamp(high, 0.0, 1.0)), uTones);
  colour = mix(uGrey, colour, mix(0.8 * uMixed, 1.0, smoothstep(uGround.x, uGround.y, world.y)));
  if (uByHeight > 0.5) colour = mix(ramped(uHeightRamp, high), uColour, uMixed);
  if (uOwn > 0.5) colour = mix(aColour, uColour, uMixed);
  bool guessed = aGuessed > 0.5;
  if (guessed) colour = uGuessed;
  if (uLimit > 0.0) colour = ramped(uRamp, aValue / uLimit);
  if (uLit > 0.5) {
    // A picture's own colours have their light already. Under way there is no surface yet.
    float part = uMorph * (uOwn > 0.5 && !guessed ? 0.35 : 1.0);
    colour *= mix(1.0, lightOn(normalize(mat3(modelViewMatrix) * aNormal), normalize(-eye.xyz)), part);
  }
  // Without the pass that shades it the far end is paler.
  vColour = mix(colour, uPaper, uDome > 0.5 ? 0.0 : 0.5 * farness(-eye.z));
  gl_PointSize = clamp(uWiden * aSpacing * uUnit * uFocal / max(-eye.z, 1e-3), uDots.x * uRatio, uDots.y * uRatio);
  if (guessed) gl_PointSize = max(0.74 * gl_PointSize, uDots.x * uRatio);
  vBall = uLit;
  if (world.y > uHidden.x && world.y < uHidden.y) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
}
