import { ownDataArchive } from '../../../../../own-data.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house } }) =>
	new Response((await ownDataArchive(ctx, house.store)) as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="meine-daten.zip"',
			'cache-control': 'no-store'
		}
	});
