/** The same, and the three metrics as a line in CloudWatch's embedded format, written by hand. */
import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";

const logger = new Logger({ serviceName: "bench" });

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  logger.info("served", { triggerSource: "CustomMessage_ForgotPassword", milliseconds: 1 });
  process.stdout.write(
    `${JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          {
            Namespace: "bench",
            Dimensions: [["service", "triggerSource"]],
            Metrics: [
              { Name: "milliseconds", Unit: "Milliseconds" },
              { Name: "faults", Unit: "Count" },
              { Name: "messages", Unit: "Count" },
            ],
          },
        ],
      },
      service: "bench",
      triggerSource: "CustomMessage_ForgotPassword",
      milliseconds: 1,
      faults: 0,
      messages: 1,
    })}\n`,
  );
  return event;
};
