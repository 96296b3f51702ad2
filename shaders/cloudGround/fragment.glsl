uniform sampler2D uShadow; // how dark the shadow is
uniform vec3 uShade;
uniform vec3 uInk;
uniform float uDepthOfShade;
uniform float uGridInk;
uniform float uOpacity;
in vec2 vAt;
in vec2 vGrid;
out vec4 outColour;

void main() {
  float border = 1.0 - smoothstep(0.55, 1.0, 2.0 * length(vAt - 0.5));
  float shadow = uDepthOfShade * texture(uShadow, vAt).r;
  vec2 width = max(fwidth(vGrid), 1e-4);
  // Where lines come to lie within a pixel there is but a tone.
  vec2 line = (1.0 - smoothstep(0.5, 1.4, abs(fract(vGrid - 0.5) - 0.5) / width)) * (1.0 - smoothstep(0.2, 0.5, width));
  float grid = uGridInk * max(line.x, line.y);
  float alpha = (1.0 - (1.0 - shadow) * (1.0 - grid)) * border * uOpacity;
  if (alpha < 0.004) discard;
  outColour = vec4(mix(uInk, uShade, shadow / max(shadow + grid, 1e-4)), alpha);
}
