import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { exifPosition } from './exif-position.ts';

const photo = (gps: Record<string, string>) =>
	sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
		.withExif({ IFD0: { Make: 'Kamera' }, IFD3: gps })
		.jpeg()
		.toBuffer();

test('a photo says where it was taken', async () => {
	const bytes = await photo({
		GPSLatitudeRef: 'N',
		GPSLatitude: '53/1 0/1 5472/100',
		GPSLongitudeRef: 'E',
		GPSLongitude: '13/1 59/1 5676/100'
	});
	const found = exifPosition((await sharp(bytes).metadata()).exif);
	expect(found?.lat).toBeCloseTo(53.0152, 4);
	expect(found?.lon).toBeCloseTo(13.9991, 4);
});

test('a photo without a place says none', async () => {
	const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
		.withExif({ IFD0: { Make: 'Kamera' } })
		.jpeg()
		.toBuffer();
	expect(exifPosition((await sharp(bytes).metadata()).exif)).toBeNull();
	expect(exifPosition(undefined)).toBeNull();
});

test('no block of bytes breaks it, and what it finds is on this earth', () => {
	const heads = fc.constantFrom([0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a], [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0], []);
	fc.assert(
		fc.property(heads, fc.uint8Array({ maxLength: 300 }), (head, rest) => {
			const found = exifPosition(Uint8Array.from([...head, ...rest]));
			expect(found === null || (Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180)).toBe(true);
		})
	);
});
