import { lengths, type Part } from "../../message/accepted.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Ink } from "../replay/ink.ts";
import { folderOf } from "../templates/sources.ts";
import { forms } from "./forms.ts";
import type { CheckedPart, Project } from "./project.ts";
import { type SmsSize, smsSize } from "./sms-size.ts";
