/** Whether a driver's name for itself is that of a rasteriser without a graphics processor: SwiftShader, llvmpipe, WARP … */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render/i.test(name);
}
