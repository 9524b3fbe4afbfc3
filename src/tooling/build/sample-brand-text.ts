/** Returns the warning that the sample brand would be deployed: the beginning of a sentence. */
export function sampleBrandText(sampleBrand: string): string {
  return `the sample brand is still in ${sampleBrand}, so people would receive its name and its links`;
}
