/** The same, with one line through Powertools Logger. */
import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { written } from "./blog.ts";

const logger = new Logger({ serviceName: "blog" });

export const handler = async (event: Parameters<typeof written>[0], context: Context) => {
  logger.addContext(context);
  const { locale, response } = written(event);
  logger.info("served", { locale });
  return { ...event, response };
};
