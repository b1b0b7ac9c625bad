import { exportMendFile } from '#modules/properties/server/import/export-mend-file.ts';
import { findImport } from '#modules/properties/server/import/find-import.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const { fileName } = await findImport(ctx, params.id);
	const name = `${fileName.replace(/\.[a-z]+$/i, '').replace(/[^\w-]+/g, '-')}-nachbessern.csv`;
	const encoder = new TextEncoder();
	const pieces = exportMendFile(ctx, params.id);
	const body = new ReadableStream<Uint8Array>({
		pull: async (stream) => {
			const { value, done } = await pieces.next();
			if (done) stream.close();
			else stream.enqueue(encoder.encode(value));
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};
