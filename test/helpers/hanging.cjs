// Asked of Node before anything else, this never comes to an end.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
