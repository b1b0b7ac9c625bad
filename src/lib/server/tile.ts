import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';

const address = z
	.object({ z: z.coerce.number().int().min(0).max(18), x: z.coerce.number().int().min(0), y: z.coerce.number().int().min(0) })
	.refine((tile) => tile.x < 2 ** tile.z && tile.y < 2 ** tile.z);

/** The tile that an address names. Throws notFound. */
export function tileOf(params: Partial<Record<string, string>>): { z: number; x: number; y: number } {
	const tile = address.safeParse(params);
	if (!tile.success) throw notFound('Diese Kachel gibt es nicht.');
	return tile.data;
}

/** A vector tile, or 304 when the browser has the same one. */
export function tileAnswer(request: Request, bytes: Uint8Array): Response {
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
	const headers = { 'content-type': 'application/vnd.mapbox-vector-tile', 'cache-control': 'no-cache', etag };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(bytes), { headers });
}
