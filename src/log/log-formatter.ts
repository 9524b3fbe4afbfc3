import { LogFormatter, LogItem } from "@aws-lambda-powertools/logger";

/** A line as it is: ours has neither empty keys nor keys to be merged with others. */
class Line extends LogItem {
  override prepareForPrint(): void {}
}

/**
 * The fields of Powertools' own format, put side by side instead of being merged key by key: the metrics in a
 * line are a tree, and are the same for all. X-Ray's id and a tenant's are left out, like all that is empty.
 */
export class InvocationFormatter extends LogFormatter {
  override formatAttributes(
    { logLevel, message, timestamp, serviceName, sampleRateValue, lambdaContext }: Standard,
    more: Record<string, unknown>,
  ): LogItem {
    const attributes = {
      level: logLevel,
      message,
      timestamp: this.formatTimestamp(timestamp),
      service: serviceName,
      cold_start: lambdaContext?.coldStart,
      function_arn: lambdaContext?.invokedFunctionArn,
      function_memory_size: lambdaContext?.memoryLimitInMB,
      function_name: lambdaContext?.functionName,
      function_request_id: lambdaContext?.awsRequestId,
      sampling_rate: sampleRateValue,
      ...more,
    };
    return new Line({ attributes: attributes as never });
  }
}

type Standard = Parameters<LogFormatter["formatAttributes"]>[0];
