/** A logo as everybody sees it: a picture of this installation and what it shows, in words. */
export type Logo = { key: string; alt: string };

export const logoAddress = ({ key }: Pick<Logo, 'key'>): string => `/medien/${key}`;

export const logoOf = (key: string | null, alt: string | null, name: string): Logo | null =>
	key ? { key, alt: alt ?? `Logo: ${name}` } : null;
