/** Colours of the message, as `#rrggbb`. */
export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
}

/** A picture at the head of an email; its alternative text is the brand's name. Sizes are in CSS pixels. */
export interface Logo {
  readonly url: string;
  /** The one for a dark page. */
  readonly dark?: string;
  readonly width: number;
  readonly height: number;
}

/** Who writes to the person: an entry of templates/brands.json. */
export interface Brand {
  readonly name: string;
  readonly logo?: Logo;
  /** A line at the foot of an email, such as the company's name and address. */
  readonly legal?: string;
  readonly domain?: string;
  /** The host on which the code is typed in, for the last line of an SMS: `@example.com #{####}`. */
  readonly origin?: string;
  /** A help page; `{locale}` in it becomes the locale served. */
  readonly supportUrl?: string;
  readonly supportEmail?: string;
  /** The page of the app on which a code is typed in; templates see `resetLink` instead. */
  readonly resetUrl?: string;
  readonly light: Palette;
  readonly dark: Palette;
}

/** What an app client sends as, and in which language when nobody states one. */
export interface BrandClient {
  readonly brand: string;
  readonly locale?: string;
  /** The other brands that the app may ask for by client metadata. */
  readonly brands?: readonly string[];
}

/** templates/brands.json */
export interface Brands {
  readonly default: string;
  readonly brands: Readonly<Record<string, Brand>>;
  readonly clients: Readonly<Record<string, BrandClient>>;
}

/** What brands.json says of an app client; `undefined` when it does not list it. */
export function brandClient(brands: Brands, clientId: string | undefined): BrandClient | undefined {
  return clientId !== undefined && Object.hasOwn(brands.clients, clientId)
    ? brands.clients[clientId]
    : undefined;
}

/**
 * The brand of a message: the one asked for by metadata if it is listed for the app client, else the
 * client's, else the default.
 */
export function brandOf(brands: Brands, clientId: string | undefined, asked: string | undefined): Brand {
  const client = brandClient(brands, clientId);
  const chosen =
    asked !== undefined && client?.brands?.includes(asked) ? asked : (client?.brand ?? brands.default);
  return brands.brands[chosen] as Brand;
}
