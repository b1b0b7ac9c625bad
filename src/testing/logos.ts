import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore } from '#lib/server/store.ts';

export const logoStore = folderStore(mkdtempSync(join(tmpdir(), 'gr-logos-')));

/** A logo as somebody uploads it: half transparent, and with a camera's name in it. */
export async function aLogo(): Promise<{ name: string; bytes: Uint8Array }> {
	const picture = sharp({ create: { width: 300, height: 120, channels: 4, background: '#a43b' } });
	return {
		name: 'logo.png',
		bytes: new Uint8Array(
			await picture
				.withExif({ IFD0: { Make: 'Spionagekamera' } })
				.png()
				.toBuffer()
		)
	};
}
