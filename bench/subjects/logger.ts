/** One line through Powertools Logger, and nothing else. */
import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";

const logger = new Logger({ serviceName: "bench" });

export const handler = async (event: unknown, context: Context) => {
  logger.addContext(context);
  logger.info("served", { triggerSource: "CustomMessage_ForgotPassword", milliseconds: 1 });
  return event;
};
