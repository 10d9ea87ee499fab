/**
 * Fetches one large file over HTTP when the user asks for it: from the address shown and no other
 * host, resumable, through the system's proxy.
 *
 * <p>Main types: {@link negatoscope.library.download.Download}, {@link
 * negatoscope.library.download.SystemProxy}.
 *
 * <p>Threads: a download belongs to the thread that starts it; Java's HTTP client has its own for
 * the connection.
 *
 * <p>File format: beside the unfinished file, {@code .state} (UTF-8): the address and what the
 * server calls this version of the file ({@code ETag} or {@code Last-Modified}), a line each.
 *
 * <pre>{@code
 * Download download = Download.ofSystem();
 * download.fetch(address, mostBytes, folder.resolve("vgg19.h5.part"), progress, cancellation);
 * }</pre>
 */
@NullMarked
package negatoscope.library.download;

import org.jspecify.annotations.NullMarked;
