uniform vec4 uRect;
uniform vec2 uTick;   // distance between two ticks along x and y
uniform vec3 uPaper;
uniform vec3 uInk;
uniform float uLine;  // opacity of the contour lines
uniform sampler2D uRamp;
uniform float uTint;  // 1: in the surface's colours, palely
uniform vec2 uLevel;  // f of a line of its own, its width in pixels
in vec2 vPoint;
out vec4 outColour;

float near(float gap, float halfWidth) {
  return 1.0 - smoothstep(halfWidth * uScale - 0.5, halfWidth * uScale + 0.5, gap);
}

void main() {
  float f = heightfield(vPoint).x;
  vec2 pixel = max(fwidth(vPoint), vec2(1e-12));
  vec2 toBorder = min(vPoint - uRect.xz, uRect.yw - vPoint) / pixel;
  float rim = isDrawable(f) ? (uCut - f) / max(fwidth(f), 1e-12) : -1e9;
  vec3 colour = uPaper;
  if (uTint > 0.5) {
    float height = clamp(displayHeight(f) / max(uHeight.z, 1e-9), 0.0, 1.0);
    colour = mix(colour, texture(uRamp, vec2(height, 0.5)).rgb, 0.55);
  }
  colour = draped(colour, vPoint);
  if (rim > -0.5) colour = mix(colour, uInk, contourInk(f, uLine, uLine * 1.35));
  if (uLevel.y > 0.0) colour = mix(colour, uInk, levelInk(f, uLevel) * 0.8);
  colour = mix(colour, uInk, near(abs(rim), 0.7) * 0.5);
  vec2 axis = abs(vPoint) / pixel;
  colour = mix(colour, uInk, max(near(axis.x, 0.5), near(axis.y, 0.5)) * 0.28);
  // Ticks: short lines into the map from its border.
  vec2 onTick = abs(fract(vPoint / uTick - 0.5) - 0.5) * uTick / pixel;
  float tick = max(near(onTick.x, 0.6) * step(toBorder.y, 7.0 * uScale), near(onTick.y, 0.6) * step(toBorder.x, 7.0 * uScale));
  float border = near(min(toBorder.x, toBorder.y), 0.8);
  colour = mix(colour, uInk, max(tick * 0.6, border * 0.45));
  outColour = vec4(colour, 0.97);
}
