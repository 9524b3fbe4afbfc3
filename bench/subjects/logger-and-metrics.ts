/** The same, and three metrics through Powertools Metrics. */
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";

const logger = new Logger({ serviceName: "bench" });
const metrics = new Metrics({ namespace: "bench", serviceName: "bench" });

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  logger.info("served", { triggerSource: "CustomMessage_ForgotPassword", milliseconds: 1 });
  metrics.addDimensions({ triggerSource: "CustomMessage_ForgotPassword" });
  metrics.addMetric("milliseconds", MetricUnit.Milliseconds, 1);
  metrics.addMetric("faults", MetricUnit.Count, 0);
  metrics.addMetric("messages", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return event;
};
