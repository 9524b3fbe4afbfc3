import type { Project } from "./project.ts";
import { perPart } from "./remembered.ts";
import { at, nameOf, type Visit, visits } from "./visits.ts";

/**
 * A piece that an author wrote in a part's own file, such as `{{name}}`: what a translation is held to. What
 * partials write is the same in every language.
 */
export interface Piece {
  readonly is: "value" | "partial" | "condition" | "link";
  /** As it is shown to an author: `{{name}}`, `{{> button}}`, `{{#if name}}`, `help.example.com`. */
  readonly shown: string;
  readonly index: number;
  /** The value that it prints, hands over or asks for. */
  readonly name?: string;
  /** The partial that a value is handed to. */
  readonly handedTo?: string;
}

/** The pieces of a part, from top to bottom. */
export const ownPieces = perPart((part, project): readonly Piece[] => {
  const links = addresses(part.text);
  const isInLink = (index: number) => links.some(({ start, end }) => start <= index && index < end);
  const own = visits(part, project).filter(({ where }) => where.inside.length === 0);
  return [
    ...links.map(({ start, typed }) => linkPiece(start, typed)),
    ...own.flatMap((visit) => pieceOf(visit, project)).filter(({ index }) => !isInLink(index)),
    ...own.flatMap((visit) => handedPieces(visit, project)),
  ].sort((a, b) => a.index - b.index);
});

/** A link, and the value that its address is made of: `{{brand.supportUrl}}`, `mailto:{{brand.supportEmail}}`. */
function linkPiece(index: number, typed: string): Piece {
  const [, name] = /\{\{\s*([\w.]+)\s*\}\}/.exec(typed) ?? [];
  return { is: "link", shown: target(typed), index, ...(name !== undefined && { name }) };
}

function pieceOf(visit: Visit, project: Project): Piece[] {
  switch (visit.is) {
    case "name": {
      const name = visit.node.original;
      if (visit.how !== "printed" || isLook(name)) return [];
      const { index } = at(visit.node, project);
      return [{ is: "value", shown: `{{${name}}}`, index, name }];
    }
    case "partial": {
      const { index } = at(visit.node, project);
      return visit.name === undefined
        ? []
        : [{ is: "partial", shown: `{{> ${visit.name}}}`, index, name: visit.name }];
    }
    case "block": {
      const [asked] = visit.node.params;
      const name = asked ? nameOf(asked) : "";
      // With an {{else}} both say the same: which of the two stands first is a matter of taste.
      const how = visit.node.inverse ? "if" : nameOf(visit.node.path);
      const { index } = at(visit.node, project);
      return [{ is: "condition", shown: `{{#${how} ${name}}}`, index, name }];
    }
    default:
      return [];
  }
}

/** The values that a partial is handed: an address is a link, any other is printed by it. */
function handedPieces(visit: Visit, project: Project): Piece[] {
  if (visit.is !== "partial") return [];
  return (visit.node.hash?.pairs ?? [])
    .filter(({ value }) => value.type === "PathExpression")
    .map(({ key, value }) => {
      const name = nameOf(value);
      const { index } = at(value, project);
      const is = /^(?:href|src)$/.test(key) ? "link" : "value";
      return { is, shown: `{{${name}}}`, index, name, ...(visit.name && { handedTo: visit.name }) };
    });
}

/** What makes an email look right in each language: no words, and nothing that a person misses. */
function isLook(name: string): boolean {
  return name === "locale" || name === "dir" || /^brand\.(?:light|dark)\./.test(name);
}

/** What is typed in quotes after href or src, in a tag or handed to a partial; and addresses in a text. */
const ADDRESS = /\b(?:href|src)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gi;
const TEXT_ADDRESS = /\bhttps?:\/\/(?:\{\{[^}]*\}\}|[^\s<>"'{}])+/gi;

function addresses(text: string): { start: number; end: number; typed: string }[] {
  const isHtml = /<[a-z!/]|\{\{>/i.test(text);
  return [...text.matchAll(isHtml ? ADDRESS : TEXT_ADDRESS)].map(({ 0: whole, index, groups }) => {
    const typed = groups?.double ?? groups?.single ?? whole;
    const end = index + whole.length;
    return {
      start: end - typed.length - (groups?.double === undefined && groups?.single === undefined ? 0 : 1),
      end,
      typed,
    };
  });
}

/** Whom a link goes to: a page of the same host may well have an address of its own in each language. */
function target(typed: string): string {
  const address = typed.trim();
  const [, host] = /^https?:\/\/((?:\{\{[^}]*\}\}|[^/?#{])+)/i.exec(address) ?? [];
  if (host) return host.toLowerCase();
  const [, domain] = /^mailto:[^@?]*@([^?]+)/i.exec(address) ?? [];
  return domain?.toLowerCase() ?? address;
}
