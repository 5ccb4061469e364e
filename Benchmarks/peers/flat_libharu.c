/* Stock libharu: the same page, flat, with its own TrueType loader and UTF-8 encoder. flat_libharu TASKFOLDER FONT */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *lines[2000], *pairs[2000];
static int lineCount, pairCount;

static int split(const char *folder, const char *name, char **into) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "r");
  if (!file) exit(74);
  int count = 0;
  char line[4096];
  while (count < 2000 && fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    into[count++] = strdup(line);
  }
  fclose(file);
  return count;
}

static void fail(HPDF_STATUS error, HPDF_STATUS detail, void *data) { exit(70); }

static HPDF_UINT32 make(int document, const char *fontFile, const char *output) {
  HPDF_Doc pdf = HPDF_New(fail, NULL);
  HPDF_UseUTFEncodings(pdf);
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  HPDF_Font font = HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, fontFile, HPDF_TRUE), "UTF-8");
  HPDF_Page page = NULL;
  for (int i = 0; i < lineCount; i++) {
    char kind[8], text[4096], *mark;
    float n[6] = {0};
    int start = 0;
    sscanf(lines[i], "%7s", kind);
    int isText = !strcmp(kind, "text") || !strcmp(kind, "value");
    sscanf(lines[i], "%*s %f %f %f %f %n", n, n + 1, n + 2, n + 3, &start);
    if (!isText) sscanf(lines[i], "%*s %f %f %f %f %f %f", n, n + 1, n + 2, n + 3, n + 4, n + 5);
    if (!strcmp(kind, "page")) {
      page = HPDF_AddPage(pdf);
      HPDF_Page_SetWidth(page, n[0]);
      HPDF_Page_SetHeight(page, n[1]);
    } else if (isText) {
      strcpy(text, lines[i] + start);
      /* Both words are six bytes long. */
      for (mark = text; *kind == 'v' && (mark = strstr(mark, "示例")); mark += 6)
        memcpy(mark, pairs[document % pairCount], 6);
      HPDF_Page_SetGrayFill(page, n[3]);
      HPDF_Page_BeginText(page);
      HPDF_Page_SetFontAndSize(page, font, n[2]);
      HPDF_Page_TextOut(page, n[0], n[1], text);
      HPDF_Page_EndText(page);
    } else if (!strcmp(kind, "line")) {
      HPDF_Page_SetLineWidth(page, n[4]);
      HPDF_Page_SetGrayStroke(page, n[5]);
      HPDF_Page_MoveTo(page, n[0], n[1]);
      HPDF_Page_LineTo(page, n[2], n[3]);
      HPDF_Page_Stroke(page);
    } else {
      HPDF_Page_SetGrayFill(page, n[4]);
      HPDF_Page_SetGrayStroke(page, n[4]);
      HPDF_Page_Rectangle(page, n[0], n[1], n[2], n[3]);
      if (*kind == 'b') HPDF_Page_Stroke(page); else HPDF_Page_Fill(page);
    }
  }
  HPDF_SaveToStream(pdf);
  HPDF_UINT32 size = HPDF_GetStreamSize(pdf);
  if (output) HPDF_SaveToFile(pdf, output);
  HPDF_Free(pdf);
  return size;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  lineCount = split(arguments[1], "page.txt", lines);
  pairCount = split(arguments[1], "pairs.txt", pairs);
  char output[4096];
  snprintf(output, sizeof output, "%s/libharu.pdf", arguments[1]);
  HPDF_UINT32 size = make(0, arguments[2], output);
  double best = 0;
  for (int round = 0, document = 1; round < 3; round++) {
    int made = 0;
    double passed = 0, start = (double)clock() / CLOCKS_PER_SEC;
    while (passed < 3 && (made < 200 || passed < 1)) {
      make(document++, arguments[2], NULL);
      made++;
      passed = (double)clock() / CLOCKS_PER_SEC - start;
    }
    if (made / passed > best) best = made / passed;
  }
  long memory = 0;
  char line[256];
  FILE *status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &memory);
  printf("{\"name\": \"libharu\", \"version\": \"libharu %s\", \"rate\": %f, \"bytes\": %u, \"memory\": %f}\n",
         HPDF_GetVersion(), best, size, memory / 1024.0);
}
