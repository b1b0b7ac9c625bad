import type { PublicRequest } from './to-public-request.ts';

/** A request as machines read it: the public projection, with its address. */
export const requestAnswer = ({ publishedAt, expiresAt, updatedAt, visibility: _v, ...request }: PublicRequest, base: string) => ({
	...request,
	publishedAt: publishedAt?.toISOString() ?? null,
	expiresAt: expiresAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
	url: `${base}/gesuche/${request.slug}`
});
