/** The context that Lambda passes with the event. */
exports.contextOf = () => ({
  functionName: "bench",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:eu-central-1:123456789012:function:bench",
  memoryLimitInMB: "442",
  awsRequestId: "00000000-0000-4000-8000-000000000000",
  getRemainingTimeInMillis: () => 5_000,
});
