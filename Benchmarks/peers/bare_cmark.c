// What reading, libcmark and writing alone cost: each FOLDER/NAME.md becomes OUT/NAME/index.html, without front matter,
// in a page of a few lines; nothing is looked up and nothing is checked.
#include <cmark.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int main(int count, char **words) {
  if (count != 3) return 2;
  DIR *folder = opendir(words[1]);
  if (!folder) return 1;
  static char path[4096];
  mkdir(words[2], 0755);
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".md")) continue;
    snprintf(path, sizeof path, "%s/%s", words[1], entry->d_name);
    FILE *file = fopen(path, "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != (size_t)size) return 1;
    text[size] = 0;
    fclose(file);
    char *body = strncmp(text, "---\n", 4) ? text : strstr(text + 4, "\n---\n");
    body = body == text || !body ? text : body + 5;
    char *html = cmark_markdown_to_html(body, strlen(body), CMARK_OPT_DEFAULT);
    snprintf(path, sizeof path, "%s/%.*s", words[2], (int)length - 3, entry->d_name);
    mkdir(path, 0755);
    strcat(path, "/index.html");
    file = fopen(path, "wb");
    if (!file) return 1;
    fputs("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>x</title>\n<body>\n", file);
    fputs(html, file);
    fputs("</body>\n</html>\n", file);
    fclose(file);
    free(html);
    free(text);
  }
  return 0;
}
