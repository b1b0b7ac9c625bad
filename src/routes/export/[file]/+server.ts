import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { exportSpaces } from '#modules/interop/server/export-spaces.ts';
import { formats, isFormat } from '#modules/interop/space-files.ts';
import type { RequestHandler } from './$types';

/** `/export/raeume.{csv,xlsx,geojson}?ags=`: every published space as a file. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const format = /^raeume\.(\w+)$/.exec(params.file)?.[1] ?? '';
	if (!isFormat(format)) throw notFound();
	const { type, write } = formats[format];
	const batches = exportSpaces({ ...locals.ctx, actor: null }, { ags: url.searchParams.get('ags') ?? undefined });
	const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${params.file}"`, 'cache-control': 'no-cache' };
	const body = Readable.toWeb(Readable.from(write(batches, locals.house.env.baseUrl))) as ReadableStream;
	return new Response(body, { headers });
};
