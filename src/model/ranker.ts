/** Learnt weights of a log-linear model, whole numbers; `scale` of them make one. */
export interface Ranker {
  /** One for each feature of src/resolve/within/pair-features.ts. */
  readonly weights: ArrayLike<number>
  readonly scale: number
}
