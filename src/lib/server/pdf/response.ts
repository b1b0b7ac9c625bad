/** A paper for somebody who may see it: shown in the browser under a name that can be saved, kept by nobody on the way. */
export const pdfResponse = (pdf: Uint8Array, name: string): Response =>
	new Response(Uint8Array.from(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
			'cache-control': 'private, no-store'
		}
	});
