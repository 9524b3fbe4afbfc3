/** The colours of a message, as `#rrggbb`. */
export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
}

/** An image at the head of an email, with the brand's name as its alternative text. Sizes are in CSS pixels. */
export interface Logo {
  readonly url: string;
  /** The URL of the logo for a dark page. */
  readonly dark?: string;
  readonly width: number;
  readonly height: number;
}

/** The sender of messages: an entry of templates/brands.json. */
export interface Brand {
  readonly name: string;
  readonly logo?: Logo;
  /** A line at the foot of an email, such as the company's name and address. */
  readonly legal?: string;
  readonly domain?: string;
  /** The host where the code is entered, for the last line of an SMS: `@example.com #{####}`. */
  readonly origin?: string;
  /** A help page; `{locale}` in it is replaced with the locale served. */
  readonly supportUrl?: string;
  readonly supportEmail?: string;
  /** The page of the app where the code is entered. Templates use `resetLink` instead. */
  readonly resetUrl?: string;
  readonly light: Palette;
  readonly dark: Palette;
}

/** The brand of an app client, and its language for people who state none. */
export interface BrandClient {
  readonly brand: string;
  readonly locale?: string;
  /** The other brands that the app may choose by client metadata. */
  readonly brands?: readonly string[];
}

/** templates/brands.json */
export interface Brands {
  readonly default: string;
  readonly brands: Readonly<Record<string, Brand>>;
  readonly clients: Readonly<Record<string, BrandClient>>;
}

/** Returns the entry of an app client in brands.json, if it has one. */
export function brandClient(brands: Brands, clientId: string | undefined): BrandClient | undefined {
  return clientId !== undefined && Object.hasOwn(brands.clients, clientId)
    ? brands.clients[clientId]
    : undefined;
}

/**
 * Returns the brand of a message: the one that metadata requests if it is listed for the app client, else the
 * client's, else the default.
 */
export function brandOf(brands: Brands, clientId: string | undefined, requested: string | undefined): Brand {
  const client = brandClient(brands, clientId);
  const isListed = requested !== undefined && client?.brands?.includes(requested);
  return brands.brands[isListed ? requested : (client?.brand ?? brands.default)] as Brand;
}
