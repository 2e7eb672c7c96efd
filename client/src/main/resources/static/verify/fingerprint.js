// A file's fingerprint, taken beside the page: {fingerprint} or {fault}, the key of what to say.

// Loaded with the page, so that it is there even when the client is not any more.
const worker = new Worker("/verify/fingerprint-worker.js", { type: "module" });

/** Whether the worker could be loaded. */
export const loaded = new Promise((resolve) => {
  worker.onmessage = () => resolve(true);
  worker.onerror = () => resolve(false);
});

const take = (file, onShare) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  const end = (outcome) => {
    port1.close();
    resolve(outcome);
  };
  worker.onerror = () => end({ fault: "fault.worker" });
  port1.onmessage = ({ data }) => {
    if (data.share === undefined) {
      end(data);
    } else {
      onShare(data.share);
    }
  };
  worker.postMessage(file, [port2]);
});

/** A later file takes the place of one that is still read; that one never ends. */
export const fingerprint = async (file, onShare) =>
  await loaded ? take(file, onShare) : { fault: "fault.not-whole" };
