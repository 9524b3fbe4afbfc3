/** The end of a trigger's invocation, as far as Cognito can see it. */
export type TriggerAnswer =
  /** `text`: JSON, as the runtime sends it. */
  | { readonly is: "answered"; readonly text: string }
  | { readonly is: "failed"; readonly errorType: string; readonly errorMessage: string }
  /** The process ended, or could not load the bundle. */
  | { readonly is: "died"; readonly why: string }
  | { readonly is: "hung" };
