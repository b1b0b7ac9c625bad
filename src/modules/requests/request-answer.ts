import type { PublicRequest } from './to-public-request.ts';

/** A request as machines read it: the public projection, with its address. */
export const requestAnswer = (
	{ publishedAt, expiresAt, updatedAt, lastConfirmedAt, visibility: _v, ...request }: PublicRequest,
	base: string
) => ({
	...request,
	publishedAt: publishedAt?.toISOString() ?? null,
	expiresAt: expiresAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
	lastConfirmedAt: lastConfirmedAt?.toISOString() ?? null,
	url: `${base}/gesuche/${request.slug}`
});
