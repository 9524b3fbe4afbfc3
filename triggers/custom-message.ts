import { customMessage, triggerHandler } from "cognito-recovery";
import templates from "../generated/templates.js";
import { clientMetadata } from "./client-metadata.ts";

export const handler = triggerHandler(customMessage({ templates }), { metadata: clientMetadata });
