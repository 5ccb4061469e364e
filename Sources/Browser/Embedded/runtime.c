// The few C functions that Embedded Swift calls, for WebAssembly alone.
#include <stddef.h>
#include <stdint.h>

// Memory: blocks of powers of two from 32 bytes up, in one free list a size, cut from the end of the heap. Each block
// has its list's number 16 bytes before what the caller gets, so that the caller's part stays aligned to 16.
extern unsigned char __heap_base;

enum { smallest = 32, header = 16, classes = 26 };

typedef struct Block {
  struct Block *next;
  uint32_t class;
} Block;

static Block *freeBlocks[classes];
static uintptr_t heapEnd;

static Block *cut(size_t size) {
  if (heapEnd == 0) heapEnd = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t start = heapEnd, end = start + size;
  uintptr_t available = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
  if (end < start) return NULL;
  if (end > available && __builtin_wasm_memory_grow(0, (end - available + 0xFFFF) >> 16) == (size_t)-1) return NULL;
  heapEnd = end;
  return (Block *)start;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  enum { EINVAL = 22, ENOMEM = 12 };
  if (alignment > header) return EINVAL;
  uint32_t class = 0;
  while (class < classes && ((size_t)smallest << class) - header < size) class++;
  if (class == classes) return ENOMEM;
  Block *block = freeBlocks[class];
  if (block != NULL) {
    freeBlocks[class] = block->next;
  } else {
    block = cut((size_t)smallest << class);
    if (block == NULL) return ENOMEM;
  }
  block->class = class;
  *result = (unsigned char *)block + header;
  return 0;
}

void free(void *pointer) {
  if (pointer == NULL) return;
  Block *block = (Block *)((unsigned char *)pointer - header);
  block->next = freeBlocks[block->class];
  freeBlocks[block->class] = block;
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

// Seeds hashing only. Nothing secret is hashed, and a fixed seed keeps results the same on every run.
void arc4random_buf(void *bytes, size_t count) {
  unsigned char *out = bytes;
  for (size_t i = 0; i < count; i++) out[i] = (unsigned char)(0x9E + 0x37 * i);
}

// The 128-bit product that a checked Int64 multiplication asks for: schoolbook multiplication by 32-bit halves.
__int128 __multi3(__int128 left, __int128 right) {
  uint64_t a = (uint64_t)left, b = (uint64_t)right;
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), cross = a0 * b1 + (uint32_t)middle;
  uint64_t high = a1 * b1 + (middle >> 32) + (cross >> 32);
  high += a * (uint64_t)(right >> 64) + (uint64_t)(left >> 64) * b;
  low = (uint32_t)low | cross << 32;
  return (__int128)((unsigned __int128)high << 64 | low);
}
