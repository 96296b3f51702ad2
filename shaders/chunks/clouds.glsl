// What every part of a cloud's picture shares; the pane that is being drawn sets it.
uniform vec2 uViewport;  // device pixels of the pane
uniform float uRatio;    // device pixels a CSS pixel, or more of them while presenting
uniform vec2 uDepth;     // view depth at the near and the far end of the subject
uniform float uSwell;    // dots grow with the picture, but slower than it
uniform float uFocal;    // device pixels a world unit at depth 1
uniform float uDome;     // 1 while a pass of its own shades what is drawn
uniform vec3 uPaper;
uniform vec3 uInk;

// 0 at the near end of the subject, 1 at the far end.
float farness(float depth) {
  return clamp((depth - uDepth.x) / (uDepth.y - uDepth.x), 0.0, 1.0);
}

// The place of `eye` with the depth of a point `pull` nearer, so that what lies on a surface is not lost in it.
vec4 pulled(vec4 eye, float pull) {
  vec4 clip = projectionMatrix * eye;
  vec4 nearer = projectionMatrix * (eye + vec4(0.0, 0.0, pull, 0.0));
  if (nearer.w > 0.0) clip.z = nearer.z / nearer.w * clip.w;
  return clip;
}

// The colour at u, 0 … 1, of a ramp of 256.
vec3 ramped(sampler2D ramp, float u) {
  return texture(ramp, vec2((clamp(u, 0.0, 1.0) * 255.0 + 0.5) / 256.0, 0.5)).rgb;
}
